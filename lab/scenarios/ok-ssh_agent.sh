# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The keys are in the agent alone, the right one is an RSA key and the third; the banner comes late.
expect_status=ok
target=ssh://deploy@$S4
env=(SSH_AUTH_SOCK=$DIR/home/agent)
proof="$SSH deploy@$S4 true; echo rc=\$?"
proof_match='rc=0'
needs='sshd ssh ssh-agent'
build() {
	net one
	people
	ssh_key work
	ssh_key home
	ssh_key right rsa
	allow right
	ssh_agent work home right
	sshd "Banner $DIR/authorized_keys" 'Ciphers aes256-gcm@openssh.com' 'KexAlgorithms ecdh-sha2-nistp384'
	known "$S4"
}
