# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name server fails to resolve it, whatever it is asked.
expect_cause=name.servfail
target=https://$NAME/
proof="dig $NAME; dig +cd $NAME"
proof_match='SERVFAIL.*SERVFAIL'
build() {
	net far
	dns_py 'all!2'
}
