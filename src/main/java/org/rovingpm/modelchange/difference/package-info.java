/** What is different between two versions of a model, in words. */
package org.rovingpm.modelchange.difference;
