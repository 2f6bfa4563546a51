# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Words for scenarios with a real MariaDB server, or with a fake that says what only MySQL says.
# Sourced by the scenario's build.

# An empty data directory: made once for a run of the lab, then copied.
mariadb_data() {
	local cache=${LAB_WORK:-$DIR}/mariadb
	(
		flock 9
		[ -d "$cache" ] || {
			mkdir -m 755 "$cache.new"
			mariadb-install-db --no-defaults --user=mysql --datadir="$cache.new/d" --skip-test-db \
				--auth-root-authentication-method=normal --innodb-log-file-size=4M
			mv "$cache.new" "$cache"
		}
	) 9>"${LAB_WORK:-$DIR}/mariadb.lock" >"$DIR/mariadb-install.log" 2>&1 || die "mariadb-install-db: $(tail -2 "$DIR/mariadb-install.log")"
	cp -a "$cache/d" "$1"
}

# mariadb [-h HOST] [-p PORT] [-s SOCKET] 'SQL; ...' [OPTION...]: a MariaDB server in s, as it comes
# from its package, but that the SQL has been run; user app with the password pw comes from anywhere.
mariadb_server() {
	local h=s port=3306 d sql opts socket=
	while [[ $1 == -[hps] ]]; do
		case $1 in -h) h=$2 ;; -p) port=$2 ;; -s) socket=$2 ;; esac
		shift 2
	done
	d=$DIR/my.$h.$port
	sql=${1:-"CREATE USER app@'%' IDENTIFIED BY 'pw'; GRANT ALL ON *.* TO app@'%'"}
	opts=("${@:2}")
	mariadb_data "$d"
	printf 'CREATE DATABASE shop;\n%s;\n' "${sql//; /$';\n'}" >"$DIR/init.$port.sql"
	chmod 644 "$DIR/init.$port.sql"
	local wait=$port
	[[ " ${opts[*]} " != *" --skip-networking "* ]] || wait=-
	bg "$h" "$wait" mariadbd --no-defaults --datadir="$d" --user=mysql --socket="${socket:-$d/s}" --pid-file="$d/p" \
		--port="$port" --bind-address='*' --init-file="$DIR/init.$port.sql" --tmpdir="$d" --innodb-buffer-pool-size=8M \
		--innodb-flush-log-at-trx-commit=0 --innodb-use-native-aio=0 "${opts[@]}"
	MARIADB_SOCKET=${socket:-$d/s}
	await "$MARIADB_SOCKET"
}

# Certificate and key of that name for the server: it has to be able to read them.
mariadb_cert() {
	local f
	for f in crt key; do
		cp "$DIR/$1.$f" "$DIR/my-$1.$f"
		chown mysql "$DIR/my-$1.$f"
	done
	printf '%s\n' "--ssl-cert=$DIR/my-$1.crt" "--ssl-key=$DIR/my-$1.key"
}

# mysql_fake PORT MODE [ARG...]: servers/mysql.py in s.
mysql_fake() { bg s "$1" $PYTHON "$SERVERS/mysql.py" "$@"; }

# Standard client, as the proofs use it.
MY="mariadb --no-defaults -h $S4 -u app -ppw shop -e 'select current_user()'"

# my_cnf LINE...: the client user's own option file.
my_cnf() {
	printf '%s\n' "$@" >"$DIR/home/.my.cnf"
	chmod 600 "$DIR/home/.my.cnf"
	chown 65534:65534 "$DIR/home/.my.cnf"
}
