# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Alert 80, whatever is offered.
expect_cause=tls.handshake_refused
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='internal error'
build() {
	net far
	site
	tcp 443 alert 80
}
