import { readFileSync } from "node:fs";

<<<<<<< HEAD
const TEXT = `
printf 'b 2\\na 1\\nc 3\\n도커\\n' >x; cp x y; echo d >>y
cat x | sort -n | uniq -c | head -n 3 | tail -n 1 | tr a b | cut -d' ' -f1 | wc -l; nl x; seq 3 | paste -sd+; tac x; rev x
sort -u x; sort -k2 x; tee z <x; ls -la; ls; mkdir -p d/e; mv z d; touch d/f; rm -r d; ln -s x l; readlink l; basename /a/b; dirname /a/b
grep -nE '[0-9]+' x; grep -oP '\\p{Hangul}+' x; grep -c a x; grep -oE '[가-힣]' x; grep -E '(' x
sed -n 's/a/b/p' x; sed -E 's/([a-z]) ([0-9])/\\2 \\1/' x; awk '{ n += $2; printf "%s %.2f\\n", $1, n } END { print n }' x
find . -name 'x*' -type f; diff x y; diff -u x y; cmp x y; echo x | xargs -n1 echo; date +%F; sleep 0; id; env | head -n 1; sha256sum x; md5sum x
[[ abc =~ ^a(b)c$ ]] && echo "\${BASH_REMATCH[1]}"; expr 1 + 2; printf '%05d\\n' 3; test -f x; stat -c %s x; chmod 600 x; du -s .; df . | head -n 1
nosuch; ls nosuch; uname -m; cat nosuch; od -c x | head -n 1; timeout 1 true; which bash; mktemp -d; realpath x; base64 x
`;
/** What recordings of all labs do with files. */
const COMMON = `
mkdir -p d/e; echo b >x; cat x; cp x y; mv y d; ls -la; ls d; head -n 1 x; tail -n 1 x; wc -l x; sort x | uniq; grep -n b x; sed -i s/b/c/ x; sed -n 1p x
find . -type f; diff x d/y; tr a-z A-Z <x; cut -c1 x; touch x; rm -r d x; date; sleep 0; id -un; env | grep HOME; nosuch; test -f x; printf '%s\\n' a; seq 2
`;
const GIT = `${COMMON}
git --version; export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b GIT_CONFIG_NOSYSTEM=1
git init -q r; cd r; echo a >a; git status; git status --short; git add a; git commit -qm a; git log --oneline --graph --all; git log -p
git branch b; git switch -q b; echo b >>a; git commit -qam b; git switch -q -; echo c >>a; git commit -qam c; git merge b; git diff
git checkout --ours a; git add a; git commit -qm m; git show --stat HEAD; git reset -q --hard HEAD~1; git reflog; git revert --no-edit HEAD
git rebase b; git rebase --abort; git stash; git tag v1; git restore a; git clone -q . ../s; cd ../s; git fetch; git pull -q; git push -q
git remote -v; git branch -vv; git cherry-pick b; git cherry-pick --abort; git cat-file -p HEAD; git rev-parse HEAD; ls; cat a; git blame a
`;
const VCS = `${COMMON}
svnadmin create repo; svn checkout -q "file://$PWD/repo" w; cd w; echo a >a; svn add a; svn commit -m one; echo b >>a; svn diff; svn status
svn update; svn log -v; svn copy -m two ^/a ^/b; svn merge ^/b; svn info; svn cat a; svn revert a; svn blame a; cd ..
export CVSROOT="$PWD/cvs" LOGNAME=kb USER=kb; cvs init; mkdir i; cd i; echo a >a; cvs import -m a m v r; cd ..; cvs checkout m; cd m; echo b >>a
cvs diff; cvs commit -m two; cvs log a; cvs annotate a; cvs status; cvs update; cvs tag t; cd ..
mkdir RCS; echo a >f; ci -u -t-a f; co -l f; echo b >>f; rcsdiff f; ci -mb -u f; rlog f; co -p1.1 f; cat RCS/f,v
`;
const NET = `${COMMON}
mkdir www; echo hi >www/index.html; busybox httpd -p 0.0.0.0:8080 -h www; for i in 1 2 3 4 5 6 7 8 9; do curl -sS localhost:8080 && break; done
curl -si http://127.0.0.1:8080/; curl -sS http://127.0.0.1:1/; ss -ltn; ip addr; ip -br addr; ip route; busybox wget -qO- http://localhost:8080/
iptables -A INPUT -p tcp --dport 8080 -m string --algo bm --string /etc/passwd -j DROP; iptables -nvL; iptables -L INPUT -n -v --line-numbers
curl -sS -m 1 http://localhost:8080/etc/passwd; iptables -A INPUT -p tcp --dport 81 -j REJECT; iptables -S; iptables -D INPUT 1; iptables -F; nc -z localhost 8080
ip netns add a; ip netns exec a true; ip netns del a; ip link add v0 type veth peer name v1; ip link del v0; pkill busybox; rm -r www
`;
const CONTAINER = `${COMMON}
mkdir -p low/bin up work box; cp /bin/busybox low/bin; chroot low /bin/busybox --install -s /bin; mount -t overlay -o lowerdir=low,upperdir=up,workdir=work o box
unshare -m -u -i -n -p -f chroot box /bin/sh -c 'mount; ps; hostname x; hostname; echo hi >/f; ls /' ; ls up; umount box; rm -r low up work box
unshare --user --map-root-user id; unshare --pid --fork --mount-proc ps -ef; mkdir /sys/fs/cgroup/x; echo 20M >/sys/fs/cgroup/x/memory.max
cat /sys/fs/cgroup/x/memory.current; rmdir /sys/fs/cgroup/x; sleep 5 & nsenter -t $! -m -u -i -n -p true; readlink /proc/$!/ns/*; lsns; kill $!
ip netns add a; ip link add v0 type veth peer name v1; ip link set v1 netns a; ip netns exec a ip addr; ip addr; ip netns del a; mount | head -n 3; ps aux; ps -ef; setpriv --dump
`;
=======
/**
 * What of warm/ is run, a line at a time, before a state is saved, so that the files that recordings need are in
 * memory.
 */
const lines = (...names) =>
  names.flatMap((name) => readFileSync(new URL(`warm/${name}.sh`, import.meta.url), "utf8").trim().split("\n"));
>>>>>>> h-labs

/** By lab: whose its sessions are, the megabytes of its memory, and the commands. */
export const LABS = {
  gnu: { user: "kb", memory: 128, commands: lines("gnu") },
  git: { user: "kb", memory: 128, commands: lines("common", "git") },
  net: { user: "root", memory: 128, commands: lines("common", "net") },
  container: { user: "root", memory: 128, commands: lines("common", "container") },
  vcs: { user: "kb", memory: 128, commands: lines("common", "vcs") },
};
