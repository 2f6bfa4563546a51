# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An SSH server on the port.
target=https://$NAME/
expect_cause="tls.plaintext_peer port.wrong_service"
proof="curl -sS -m 6 $target"
proof_match='wrong version number'
build() {
	net far
	site
	tcp 443 say 'SSH-2.0-OpenSSH_9.2p1\r\n'
}
