# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# sshd looks up the client's address before it lets anybody in (UseDNS), and its name server is dead.
expect_status=degraded
expect_cause=ssh.slow_login
target=ssh://deploy@$NAME
proof="time $SSH deploy@$NAME true"
proof_match='(?s)Authenticated to.*real\s+0m[2-9]'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	printf '%s\n' "nameserver $SGW4" 'options timeout:2 attempts:1' | etc s resolv.conf
	rules r1 "input udp dport 53 drop"
	sshd 'UseDNS yes'
	known "$NAME"
}
