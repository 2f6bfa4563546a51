# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Refused at the one address; the question for another family is never answered.
expect_status=failed
expect_cause=port.refused
target=tcp://$NAME:$PORT
proof="dig +short +time=1 $NAME; dig +time=1 +tries=1 $NAME aaaa; nc -vz -w 2 $S4 $PORT"
proof_match='timed out.*refused'
build() {
	net far 4
	dns_py "$NAME=$S4" 'AAAA!silent'
}
