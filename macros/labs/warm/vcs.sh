# Subversion, CVS, RCS.
svnadmin create repo; svn checkout -q "file://$PWD/repo" w; cd w; echo a >a; svn add a; svn commit -m one
echo b >>a; svn diff; svn status
svn update; svn log -v; svn copy -m two ^/a ^/b; svn merge ^/b; svn info; svn cat a; svn revert a; svn blame a
cd ..
export CVSROOT="$PWD/cvs" LOGNAME=kb USER=kb; cvs init; mkdir i; cd i; echo a >a; cvs import -m a m v r; cd ..
cvs checkout m; cd m; echo b >>a
cvs diff; cvs commit -m two; cvs log a; cvs annotate a; cvs status; cvs update; cvs tag t; cd ..
mkdir RCS; echo a >f; ci -u -t-a f; co -l f; echo b >>f; rcsdiff f; ci -mb -u f; rlog f; co -p1.1 f; cat RCS/f,v
