# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A variable that nothing replaced.
expect_cause=input.placeholder
target='postgres://app@${DB_HOST}:5432/orders'
proof='curl -sS "http://\${DB_HOST}:5432/"'
proof_match='curl: \((3|6)\)'
build() {
	net far
	dns
}
