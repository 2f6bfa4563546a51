# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server's hosts.deny names everybody: sshd hangs up without a word.
expect_cause=ssh.closed_before_banner
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='kex_exchange_identification'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	echo 'sshd: ALL' | etc s hosts.deny
	: | etc s hosts.allow
	sshd
	known "$NAME"
}
