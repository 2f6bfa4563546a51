# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# With --no-login the conversation ends before the login: the server would refuse this one.
expect_status=ok
args=(--no-login)
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='Permission denied'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	sshd 'PasswordAuthentication no' 'KbdInteractiveAuthentication no'
	known "$NAME"
}
