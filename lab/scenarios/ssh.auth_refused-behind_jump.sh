# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The jump host lets us in, the server behind it does not.
expect_cause=ssh.auth_refused
target=ssh://deploy@$S4
proof="$SSH deploy@$S4 true"
proof_match='Permission denied \(publickey\)'
needs='sshd ssh'
build() {
	net one
	dns
	people s r1
	ssh_key
	allow
	ssh_config "Host $S4" "ProxyCommand ssh -W %h:%p jumper" 'Host jumper' "HostName $GW4" 'Port 2222' 'User deploy'
	sshd -h r1 -p 2222
	sshd 'PasswordAuthentication no' 'KbdInteractiveAuthentication no' 'AllowUsers admin'
	known -p 2222 -k "$DIR/sshd-r1-2222.key" "$GW4"
	known "$S4"
}
