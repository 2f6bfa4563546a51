# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# As many log-ins under way as MaxStartups allows: sshd says so in a line of text, and hangs up.
expect_cause=ssh.closed_before_banner
target=ssh://deploy@$NAME
proof="timeout 5 nc -d $NAME 22"
proof_match='Exceeded MaxStartups'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	sshd 'MaxStartups 1:100:1'
	known "$NAME"
	bg d - $PYTHON "$SERVERS/hold.py" "$S4" 22 1 "$DIR/held"
	await "$DIR/held"
}
