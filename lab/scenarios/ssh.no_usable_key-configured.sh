# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The settings name a key file that is not there, and nothing else may be offered.
expect_cause=ssh.no_usable_key
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='Permission denied \(publickey\)'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	ssh_config 'Host *' 'IdentityFile ~/.ssh/id_of_old' 'IdentitiesOnly yes'
	sshd 'PasswordAuthentication no' 'KbdInteractiveAuthentication no'
	known "$NAME"
}
