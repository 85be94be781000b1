package org.rovingpm.practice;

/**
 * A place on the map, in degrees (WGS 84).
 *
 * @param approximate true where only the middle of the outward code is known, which may be miles away
 */
public record Position(double latitude, double longitude, boolean approximate) {

    private static final double EARTH_RADIUS_IN_MILES = 3958.76;

    public Position {
        if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException(
                    "A position has a latitude of -90 to 90 and a longitude of -180 to 180 degrees.");
        }
    }

    public Position(double latitude, double longitude) {
        this(latitude, longitude, false);
    }

    /** How far the other place is as the crow flies, in miles (haversine formula). */
    public double milesTo(Position other) {
        double northwards = Math.toRadians(other.latitude - latitude);
        double eastwards = Math.toRadians(other.longitude - longitude);
        double h = square(Math.sin(northwards / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * square(Math.sin(eastwards / 2));
        return 2 * EARTH_RADIUS_IN_MILES * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    private static double square(double number) {
        return number * number;
    }
}
