# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server was installed anew: known_hosts, hashed, has its old key.
expect_cause=ssh.hostkey_changed
expect_certainty=proven
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='REMOTE HOST IDENTIFICATION HAS CHANGED'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	sshd
	ssh-keygen -q -t ed25519 -N '' -f "$DIR/old"
	known -k "$DIR/old" "$NAME"
	ssh-keygen -q -H -f "$DIR/home/.ssh/known_hosts" 2>/dev/null >&2
	rm -f "$DIR/home/.ssh/known_hosts.old"
	chown 65534:65534 "$DIR/home/.ssh/known_hosts"
}
