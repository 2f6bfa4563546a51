# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name server refuses this client.
expect_cause=name.resolver_denies
target=https://$NAME/
proof="dig $NAME; getent hosts $NAME; echo rc=\$?"
proof_match='REFUSED.*rc=2'
build() {
	net far
	dns_py 'all!5'
}
