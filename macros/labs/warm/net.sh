# A web server, and a packet filter before it.
mkdir www; echo hi >www/index.html; busybox httpd -p 0.0.0.0:8080 -h www
for i in 1 2 3 4 5 6 7 8 9; do curl -sS localhost:8080 && break; done
curl -si http://127.0.0.1:8080/; curl -sS http://127.0.0.1:1/; ss -ltn; ip addr; ip -br addr; ip route
busybox wget -qO- http://localhost:8080/
iptables -A INPUT -p tcp --dport 8080 -m string --algo bm --string /etc/passwd -j DROP; iptables -nvL
iptables -L INPUT -n -v --line-numbers
curl -sS -m 1 http://localhost:8080/etc/passwd; iptables -A INPUT -p tcp --dport 81 -j REJECT; iptables -S
iptables -D INPUT 1; iptables -F; nc -z localhost 8080
ip netns add a; ip netns exec a true; ip netns del a; ip link add v0 type veth peer name v1; ip link del v0
pkill busybox; rm -r www
