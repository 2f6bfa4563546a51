# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# TLS to a mail server that starts in plain text.
expect_cause=tls.plaintext_peer
target=https://$NAME:587/
proof="curl -sSi -m 6 $target"
proof_match='curl: \(35\).*wrong version'
build() {
	net one
	site
	tcp 587 say '220 mx1.example ESMTP Exim 4.96\r\n'
}
