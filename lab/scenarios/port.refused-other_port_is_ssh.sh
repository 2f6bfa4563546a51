# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# http is refused; what opens on 443 is no TLS.
expect_cause=port.refused
target=http://$NAME/
proof="curl -sS $target; timeout 2 nc -dv $NAME 443"
proof_match='curl: \(7\).*SSH-2.0'
build() {
	net far
	dns
	tcp 443 say 'SSH-2.0-OpenSSH_9.2\r\n'
}
