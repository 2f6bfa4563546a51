# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A filtering resolver answers 0.0.0.0.
expect_cause=name.sinkhole
target=https://$NAME/
proof="dig +short $NAME; curl -sS -m 4 $target"
proof_match='^0.0.0.0.*curl: \(7\)'
build() {
	net far
	dns "address=/$NAME/0.0.0.0"
}
