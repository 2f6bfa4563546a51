# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Another port, another line: the server's key there is an RSA key, and another than the known one.
expect_cause=ssh.hostkey_changed
target=ssh://deploy@$S4:$PORT
proof="$SSH -p $PORT deploy@$S4 true"
proof_match='REMOTE HOST IDENTIFICATION HAS CHANGED'
needs='sshd ssh'
build() {
	net one
	people
	ssh_key
	allow
	ssh-keygen -q -t rsa -b 2048 -N '' -C '' -f "$DIR/sshd-s-$PORT.key"
	sshd -p "$PORT"
	ssh-keygen -q -t rsa -b 2048 -N '' -C '' -f "$DIR/old"
	known -p "$PORT" -k "$DIR/old" "$S4"
}
