# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name exists, but has only a TXT record.
expect_cause=name.no_address
target=https://$NAME/
proof="dig $NAME; dig +short txt $NAME"
proof_match='NOERROR.*ANSWER: 0.*v=spf1'
build() {
	net far
	dns "txt-record=$NAME,v=spf1 -all"
}
