/** Where postcodes and outward codes are, from files. */
package org.rovingpm.practice.position;
