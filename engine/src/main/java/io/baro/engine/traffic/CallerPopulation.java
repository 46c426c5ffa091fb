package io.baro.engine.traffic;

/**
 * Owns who might call: a telephone number and a birth date for each. Numbers are of {@code 010 0xxx xxxx}, which no network has given
 * out. Immutable; draws hang on the caller alone.
 */
public final class CallerPopulation {
    /** Leading zeros included it has eleven digits. */
    private static final String PREFIX = "010";

    private static final int NUMBER_DIGITS = 8;

    /** Least age of each band, in years, and the callers in it, per mille: Korea's adults, 19 % of them 65 or older. */
    private static final int[] BAND_AGE = {15, 20, 30, 40, 50, 60, 65, 70, 75, 80, 90, 100};

    private static final int[] BAND_SHARE = {40, 130, 140, 170, 200, 130, 70, 45, 35, 35, 5};
    private static final int PER_MILLE = 1000;
    /** Days in 10,000 years of the Gregorian calendar. */
    private static final long DAYS_PER_10000_YEARS = 3_652_425;

    private final long seed;
    private final int first;
    private final int size;
    private final long todayEpochDay;

    /** Callers numbered from {@code first}, so that centres share none; ages are as of {@code todayEpochDay}. */
    public CallerPopulation(long seed, int first, int size, long todayEpochDay) {
        this.seed = RandomStream.seedFor(seed, 2);
        this.first = first;
        this.size = size;
        this.todayEpochDay = todayEpochDay;
    }

    public int size() {
        return size;
    }

    /** Eleven digits, as a trunk sends them. */
    public String number(int caller) {
        String digits = Integer.toString(first + caller);
        return PREFIX + "0".repeat(NUMBER_DIGITS - digits.length()) + digits;
    }

    /** Full years today. */
    public int age(int caller) {
        RandomStream chance = new RandomStream(seed, caller);
        int place = chance.below(PER_MILLE);
        int band = 0;
        while (place >= BAND_SHARE[band]) {
            place -= BAND_SHARE[band++];
        }
        return BAND_AGE[band] + chance.below(BAND_AGE[band + 1] - BAND_AGE[band]);
    }

    /** Days since 1970-01-01, negative before. The birthday is at least two days away, so that leap years cannot change the age. */
    public long birthEpochDay(int caller) {
        int sinceBirthday = 2 + new RandomStream(seed, ~(long) caller).below(361);
        return todayEpochDay - age(caller) * DAYS_PER_10000_YEARS / 10_000 - sinceBirthday;
    }
}
