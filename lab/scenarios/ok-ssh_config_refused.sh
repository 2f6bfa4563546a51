# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server is fine, but this user's ssh refuses its own settings: naze does not call that working.
expect_status=undetermined
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='Bad configuration option'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	ssh_config 'Host *' 'PubkeyAcceptedKeyTypos ssh-rsa'
	sshd
	known "$NAME"
}
