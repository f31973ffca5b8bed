/** What each lab is for, in its guest. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { opened } from "./opened.mjs";

const GIT = {
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_COUNT: "1",
  GIT_CONFIG_KEY_0: "init.defaultBranch",
  GIT_CONFIG_VALUE_0: "main",
};
for (const role of ["AUTHOR", "COMMITTER"]) {
  const who = { NAME: "마루", EMAIL: "maru@example.com", DATE: "2026-01-02T03:04:05+09:00" };
  for (const key of Object.keys(who)) GIT[`GIT_${role}_${key}`] = who[key];
}

test("git: a commit has the hash that is recorded", { timeout: 120_000 }, async (context) => {
  const { guest, said, ended } = await opened("git", context);
  await guest.session(GIT);
  await guest.put("노트.md", new TextEncoder().encode("# 도커\n"));
  assert.deepEqual(await said("git init --quiet && git add 노트.md && git commit --quiet -m '첫 노트를 쓴다'"), [
    "",
    0,
  ]);
  assert.deepEqual(await said("git log --format='%h %an %s'"), ["e605df1 마루 첫 노트를 쓴다\n", 0]);
  assert.deepEqual(await said("git switch -q -c b && echo b >>노트.md && git commit -qam b && git diff --stat main"), [
    " 노트.md | 1 +\n 1 file changed, 1 insertion(+)\n".replace("노트.md", '"\\353\\205\\270\\355\\212\\270.md"'),
    0,
  ]);
  ended();
});

test("vcs: Subversion, CVS and RCS keep a file", { timeout: 120_000 }, async (context) => {
  const { said, ended } = await opened("vcs", context);
  assert.deepEqual(await said('svnadmin create repo && svn checkout -q "file://$PWD/repo" work'), ["", 0]);
  assert.match((await said("cd work; echo a >a; svn add -q a; svn commit -m one"))[0], /Committed revision 1\./);
  assert.deepEqual(
    await said("cd; export CVSROOT=$PWD/cvs; cvs init && mkdir i && cd i && cvs -Q import -m a m v r; echo $?; cd"),
    ["0\n", 0],
  );
  assert.match((await said("echo a >f; ci -u -t-a f; ls RCS 2>/dev/null; cat f,v | head -n 1"))[0], /head\t1\.1;/);
  assert.match((await said("git --version"))[0], /^git version 2/);
  ended();
});

test("net: the page knocks, and a packet filter drops what it is told to", { timeout: 120_000 }, async (context) => {
  const { guest, said, ended } = await opened("net", context);
  await said("mkdir www; echo '안녕 손님' >www/index.html");
  await said(
    "busybox httpd -p 127.0.0.1:8081 -h www; busybox httpd -p 0.0.0.0:8082 -h www\n" +
      "until curl -s localhost:8082 >/dev/null; do :; done",
  );
  assert.deepEqual(await said("curl -s http://localhost:8081/"), ["안녕 손님\n", 0]);
  assert.deepEqual([await guest.knock(8081), await guest.knock(8082), await guest.knock(8083)], [false, true, false]);
  const request = (path) => guest.request(8082, `GET ${path} HTTP/1.0\r\n\r\n`);
  assert.match(await request("/"), /^HTTP\/1\.[01] 200 OK[^]*안녕 손님/);
  await said("iptables -A INPUT -p tcp --dport 8082 -m string --algo bm --string /etc/passwd -j DROP");
  assert.equal(await request("/etc/passwd"), "");
  assert.match(await request("/"), /200 OK/);
  assert.match((await said("iptables -nvxL INPUT"))[0], /^ +[1-9]\d* .*DROP.*"\/etc\/passwd"/m);
  ended();
});

test("container: namespaces, a layered file system, a memory limit", { timeout: 120_000 }, async (context) => {
  const { guest, said, ended } = await opened("container", context);
  await guest.put("/tmp/t", new Uint8Array(0));
  await said("mkdir -p low/bin up work box; cp /bin/busybox low/bin; chroot low /bin/busybox --install -s /bin");
  assert.deepEqual(await said("mount -t overlay -o lowerdir=low,upperdir=up,workdir=work o box"), ["", 0]);
  const inside = "hostname box; hostname; echo $$; echo hi >/f; mkdir /proc; mount -t proc p /proc; cat /proc/1/comm";
  assert.deepEqual(await said(`unshare -m -u -i -n -p -f chroot box /bin/sh -c '${inside}'`), ["box\n1\ncat\n", 0]);
  assert.deepEqual(await said("hostname; ls up; cat up/f"), ["kb\nf\nproc\nhi\n", 0]);
  await said("mkdir /sys/fs/cgroup/x; echo 16M >/sys/fs/cgroup/x/memory.max");
  const hungry = "sh -c 'echo $$ >/sys/fs/cgroup/x/cgroup.procs; exec tail /dev/zero'";
  assert.equal((await said(hungry))[1], 137);
  assert.match((await said("cat /sys/fs/cgroup/x/memory.events"))[0], /oom_kill [1-9]/);
  ended();
});
