# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Others may read the private key: ssh ignores it.
expect_cause=ssh.no_usable_key
expect_cause_root=
expect_certainty=proven
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='(?s)UNPROTECTED PRIVATE KEY FILE.*Permission denied'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	chmod 644 "$DIR/home/.ssh/id_ed25519"
	sshd 'PasswordAuthentication no' 'KbdInteractiveAuthentication no'
	known "$NAME"
}
