# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A web server on port 22.
expect_cause=ssh.not_ssh
expect_certainty=proven
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true; curl -sS http://$NAME:22/"
proof_match='(?s)kex_exchange_identification.*hello'
needs='ssh nginx'
build() {
	net one
	dns
	people
	ssh_key
	http 22
}
