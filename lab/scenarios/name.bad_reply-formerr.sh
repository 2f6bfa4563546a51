# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# It answers FORMERR to everything, with and without EDNS.
expect_cause=name.bad_reply
target=http://$NAME/
proof="dig +noedns $NAME"
proof_match='FORMERR'
build() {
	net far
	dns_py 'all!1'
}
