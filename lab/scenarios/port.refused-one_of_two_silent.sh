# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The first address refuses, the second is dropped on the way.
expect_cause="port.refused path.silent port.silent"
target=http://$NAME:8080/
proof="nc -vz -w2 $S6 8080; nc -vz -w2 $S4 8080"
proof_match='refused.*timed out'
build() {
	net far
	dns
	rules r2 'forward ip protocol tcp drop'
}
