# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate does not get through: packets of full size are lost without a word.
expect_cause=path.mtu_blackhole
target="postgres://app:pw@$S4/orders?sslmode=require"
needs=psql
proof="PGCONNECT_TIMEOUT=4 psql -w '$target' -Atc 'select 1'"
proof_match='timeout expired'
build() {
	net far
	ca
	cert leaf issuer=ca key='rsa:4096'
	PG_CERT=leaf pg "hostssl all all 0.0.0.0/0 scram-sha-256"
	real_mtu s eth0
	rules r2 'forward tcp sport 5432 ip length > 1000 drop'
}
