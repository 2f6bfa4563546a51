# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Both families refuse.
expect_cause=port.refused
target=https://$NAME:8443/
proof="nc -4 -vz -w2 $NAME 8443; nc -6 -vz -w2 $NAME 8443"
proof_match='refused.*refused'
build() {
	net one
	site
	https leaf
}
