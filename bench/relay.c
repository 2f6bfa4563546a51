/* SPDX-License-Identifier: Apache-2.0 */
/* A cable with a length: carries packets between two TUN devices, each some milliseconds later,
 * and loses some of them at random. netem does the same, but is not in every kernel.
 *
 *   relay DEVICE DEVICE DELAY_US LOSS_PERMILLE SEED
 *
 * Needs CAP_NET_ADMIN. Makes the devices, prints "ready", and runs until stdin ends or it is
 * killed; the devices go with it, and may be moved to other namespaces meanwhile. */
#include <errno.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { SLOTS = 4096, SIZE = 2048 };

/* One direction. The delay is the same for all, so the first in is the first out. */
struct way {
	int from, to;
	unsigned head, tail;
	int64_t due[SLOTS];
	int len[SLOTS];
	char bytes[SLOTS][SIZE];
};

struct relay {
	int64_t delay_ns;
	uint64_t lost_of_1000;
	uint64_t random;
	struct way way[2];
};

static int64_t now_ns(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* xorshift64*: the same seed loses the same packets of the same traffic. */
static uint64_t draw(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (*state * 0x2545f4914f6cdd1dULL) >> 33;
}

static int open_device(const char *name)
{
	struct ifreq request = { .ifr_flags = IFF_TUN | IFF_NO_PI };
	int fd = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);

	(void)snprintf(request.ifr_name, sizeof(request.ifr_name), "%s", name);
	if (fd < 0 || ioctl(fd, TUNSETIFF, &request) < 0) {
		perror(name);
		exit(1);
	}
	return fd;
}

/* Takes in what has come, until there is no more or no room. */
static void take(struct relay *relay, struct way *way)
{
	while (way->head - way->tail < SLOTS) {
		unsigned slot = way->head % SLOTS;
		ssize_t n = read(way->from, way->bytes[slot], SIZE);

		if (n <= 0) {
			return;
		}
		if (draw(&relay->random) % 1000 < relay->lost_of_1000) {
			continue;
		}
		way->len[slot] = (int)n;
		way->due[slot] = now_ns() + relay->delay_ns;
		way->head++;
	}
}

/* Hands on what is due. */
static void give(struct way *way)
{
	int64_t now = now_ns();

	for (; way->tail != way->head && way->due[way->tail % SLOTS] <= now; way->tail++) {
		unsigned slot = way->tail % SLOTS;

		if (write(way->to, way->bytes[slot], (size_t)way->len[slot]) < 0 &&
		    errno == EAGAIN) {
			return;
		}
	}
}

static void run(struct relay *relay)
{
	for (;;) {
		struct pollfd fds[3] = { { .fd = relay->way[0].from, .events = POLLIN },
			                 { .fd = relay->way[1].from, .events = POLLIN },
			                 { .fd = STDIN_FILENO, .events = POLLIN } };
		struct timespec wait = { .tv_sec = 3600 };
		int64_t first = INT64_MAX;

		for (int i = 0; i < 2; i++) {
			const struct way *way = &relay->way[i];

			if (way->tail != way->head && way->due[way->tail % SLOTS] < first) {
				first = way->due[way->tail % SLOTS];
			}
		}
		if (first != INT64_MAX) {
			int64_t left = first - now_ns();

			wait.tv_sec = left > 0 ? left / 1000000000 : 0;
			wait.tv_nsec = left > 0 ? left % 1000000000 : 0;
		}
		if (ppoll(fds, 3, &wait, NULL) < 0 && errno != EINTR) {
			return;
		}
		if (fds[2].revents != 0) {
			return;
		}
		for (int i = 0; i < 2; i++) {
			take(relay, &relay->way[i]);
			give(&relay->way[i]);
		}
	}
}

int main(int argc, char **argv)
{
	struct relay *relay = calloc(1, sizeof(*relay));
	int a = -1;
	int b = -1;

	if (argc != 6 || relay == NULL) {
		(void)fputs("usage: relay DEVICE DEVICE DELAY_US LOSS_PERMILLE SEED\n", stderr);
		return 2;
	}
	a = open_device(argv[1]);
	b = open_device(argv[2]);
	relay->delay_ns = strtoll(argv[3], NULL, 10) * 1000;
	relay->lost_of_1000 = strtoull(argv[4], NULL, 10);
	relay->random = strtoull(argv[5], NULL, 10) * 0x9e3779b97f4a7c15ULL + 1;
	relay->way[0].from = relay->way[1].to = a;
	relay->way[1].from = relay->way[0].to = b;
	(void)puts("ready");
	(void)fflush(stdout);
	run(relay);
	free(relay);
	return 0;
}
