/* wake SECONDS.FRACTION RANDOM: the clock of a guest that was saved is set to the reader's, and RANDOM is mixed into its
   random numbers at once: what is written to /dev/urandom alone counts a minute later. It needs no library, so that it
   starts at once, too. */
#define RNDRESEEDCRNG 0x5207
enum { EXIT = 1, WRITE = 4, OPEN = 5, IOCTL = 54, SETTIMEOFDAY = 79 };

static long call(long number, long first, long second, long third) {
	long result;
	__asm__ volatile("int $0x80" : "=a"(result) : "a"(number), "b"(first), "c"(second), "d"(third) : "memory");
	return result;
}

__attribute__((used)) static void start(long *stack) {
	const char *clock = (const char *)stack[2], *random = (const char *)stack[3];
	long time[2] = {0, 0}, unit = 1000000, length = 0;
	if (stack[0] != 3)
		call(EXIT, 2, 0, 0);
	for (; *clock && *clock != '.'; clock++)
		time[0] = time[0] * 10 + *clock - '0';
	while (*clock && *++clock && (unit /= 10))
		time[1] += (*clock - '0') * unit;
	while (random[length])
		length++;
	long pool = call(OPEN, (long)"/dev/urandom", 2, 0);
	call(WRITE, pool, (long)random, length);
	long failed = call(IOCTL, pool, RNDRESEEDCRNG, 0);
	call(EXIT, (call(SETTIMEOFDAY, (long)time, 0, 0) | failed) != 0, 0, 0);
}

__asm__(".globl _start\n_start: mov %esp, %eax\n push %eax\n call start");
