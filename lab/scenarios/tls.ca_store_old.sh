# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The chain ends at a root that is in the local store, and expired.
expect_cause=tls.ca_store_old
target=https://$NAME/
proof="curl -sS -m 6 $target"
proof_match='certificate has expired'
build() {
	net far
	dns
	cert ca ca=1 from='3000 days ago' to='10 days ago' cn='Lab Old Root'
	trust ca
	cert leaf issuer=ca from='300 days ago'
	https leaf
}
