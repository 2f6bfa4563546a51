# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# What the name server sends is no DNS message.
expect_cause=name.bad_reply
target=http://$NAME/
proof="dig +time=1 +tries=1 $NAME"
proof_match='(malformed|FORMERR|unexpected|timed out|parser|bad)'
build() {
	net far
	dns_py 'all!garbage'
}
