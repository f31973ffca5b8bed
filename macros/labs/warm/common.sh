# What recordings of all labs do with files.
mkdir -p d/e; echo b >x; cat x; cp x y; mv y d; ls -la; ls d; head -n 1 x; tail -n 1 x; wc -l x; sort x | uniq
grep -n b x; sed -i s/b/c/ x; sed -n 1p x
find . -type f; diff x d/y; tr a-z A-Z <x; cut -c1 x; touch x; rm -r d x; date; sleep 0; id -un; env | grep HOME
nosuch; test -f x; printf '%s\n' a; seq 2
