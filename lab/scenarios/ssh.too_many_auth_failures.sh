# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An agent with five keys, the right one last; the server allows three tries.
expect_cause=ssh.too_many_auth_failures
expect_certainty=proven
target=ssh://deploy@$NAME
env=(SSH_AUTH_SOCK=$DIR/home/agent)
proof="$SSH deploy@$NAME true"
proof_match='Too many authentication failures'
needs='sshd ssh ssh-agent'
build() {
	net one
	dns
	people
	for k in work home git old right; do ssh_key $k; done
	allow right
	ssh_agent work home git old right
	sshd 'MaxAuthTries 3'
	known "$NAME"
}
