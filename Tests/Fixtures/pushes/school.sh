# Gives the small school of Tests/Fixtures/transcripts/school.sh a server; run in the same folder.

GIT_COMMITTER_DATE='1728085200 +0700' hoso server init server.git --from school --simulated-clock
git -C school remote add origin ssh://truong/server.git
git -C school repack -a -d -q
for home in people/*; do ssh-keygen -l -f "$home/id_ed25519.pub" | cut -d' ' -f2 > "$home/fingerprint"; done
