# shellcheck shell=bash
# Consul in its development mode: one agent that is server and client, and keeps all in memory.
consul agent -dev -node=maru -bind=127.0.0.1 -client=127.0.0.1 >/tmp/consul.log &
for _ in $(seq 200); do
	consul operator raft list-peers 2>/dev/null | grep -q leader && return
	sleep 0.1
done
tail -n 5 /tmp/consul.log
return 1
