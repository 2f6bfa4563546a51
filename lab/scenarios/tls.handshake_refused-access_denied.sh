# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Alert 49 for every client, over IPv6.
expect_cause="tls.handshake_refused tls.client_cert_required"
target="tls://[$S6]:8443"
proof="curl -sSk -m 6 'https://[$S6]:8443/'"
proof_match='access denied'
build() {
	net near
	ca
	tcp 8443 alert 49
}
