# What recordings of the shell run.
printf 'b 2\na 1\nc 3\n도커\n' >x; cp x y; echo d >>y
cat x | sort -n | uniq -c | head -n 3 | tail -n 1 | tr a b | cut -d' ' -f1 | wc -l; nl x; seq 3 | paste -sd+
tac x; rev x
sort -u x; sort -k2 x; tee z <x; ls -la; ls; mkdir -p d/e; mv z d; touch d/f; rm -r d; ln -s x l; readlink l
basename /a/b; dirname /a/b
grep -nE '[0-9]+' x; grep -oP '\p{Hangul}+' x; grep -c a x; grep -oE '[가-힣]' x; grep -E '(' x
sed -n 's/a/b/p' x; sed -E 's/([a-z]) ([0-9])/\2 \1/' x
awk '{ n += $2; printf "%s %.2f\n", $1, n } END { print n }' x
find . -name 'x*' -type f; diff x y; diff -u x y; cmp x y; echo x | xargs -n1 echo; date +%F; sleep 0; id
env | head -n 1; sha256sum x; md5sum x
[[ abc =~ ^a(b)c$ ]] && echo "${BASH_REMATCH[1]}"; expr 1 + 2; printf '%05d\n' 3; test -f x; stat -c %s x
chmod 600 x; du -s .; df . | head -n 1
nosuch; ls nosuch; uname -m; cat nosuch; od -c x | head -n 1; timeout 1 true; which bash; mktemp -d; realpath x
base64 x
