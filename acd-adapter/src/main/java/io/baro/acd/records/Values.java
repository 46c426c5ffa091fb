package io.baro.acd.records;

/** How the schema's marks for "nothing" become NULL. Stateless. */
final class Values {
    private Values() {}

    static Integer idOrNull(int id) {
        return id < 0 ? null : id;
    }

    static Long millisOrNull(long millis) {
        return millis < 0 ? null : millis;
    }
}
