# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# ProxyCommand names a program that is not there.
expect_cause=ssh.jump_failed
target=ssh://deploy@$S4
# ssh may be gone before its command's shell has said that it found nothing: the command by itself, after it.
proof="$SSH deploy@$S4 true; corkscrew-of-old proxy 3128 $S4 22"
proof_match='(?s)UNKNOWN port 65535.*corkscrew-of-old: command not found'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	ssh_config "Host $S4" 'ProxyCommand corkscrew-of-old proxy 3128 %h %p'
	sshd
	known "$S4"
}
