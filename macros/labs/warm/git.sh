# Branches, conflicts, and ways back.
git --version
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b GIT_CONFIG_NOSYSTEM=1
git init -q r; cd r; echo a >a; git status; git status --short; git add a; git commit -qm a
git log --oneline --graph --all; git log -p
git branch b; git switch -q b; echo b >>a; git commit -qam b; git switch -q -; echo c >>a; git commit -qam c
git merge b; git diff
git checkout --ours a; git add a; git commit -qm m; git show --stat HEAD; git reset -q --hard HEAD~1; git reflog
git revert --no-edit HEAD
git rebase b; git rebase --abort; git stash; git tag v1; git restore a; git clone -q . ../s; cd ../s; git fetch
git pull -q; git push -q
git remote -v; git branch -vv; git cherry-pick b; git cherry-pick --abort; git cat-file -p HEAD
git rev-parse HEAD; ls; cat a; git blame a
