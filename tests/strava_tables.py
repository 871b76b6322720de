"""Rows of tables of activities as Strava exports them."""

FULL = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
    "Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,"
    "Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Elevation Loss,"
    'Average Heart Rate,Max Heart Rate,"<span class=""translation_missing"">Dirt Distance</span>"\n'
)
RUN = (
    '123,"Jul 14, 2020, 10:36:55 PM",Evening Run,Run,,3010,10.01,,55,false,,,activities/123.fit.gz,62.0,,'
    "3010.0,2990.0,10012.5,5.1,3.35,88.0,86.0,151.2,175.0,\n"
)
BY_HAND = (
    '124,"Jul 15, 2020, 5:00:00 AM",By hand,Run,,1800,5.00,,,false,,,,62.0,,1800.0,1800.0,5000.0,,,,,,,\n'
)
GERMAN = (
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,"
    "Distanz,Max. Herzfrequenz,Relative Leistung,Pendelfahrt,Notiz,Ausrüstung,Dateiname,Gewicht,Radgewicht,"
    "Verstrichene Zeit,Bewegungszeit,Distanz\n"
    '125,"14.07.2020, 22:36:55",Abendlauf,Lauf,,3010,"10,01",,,false,,,activities/125.gpx,62,,'
    '"3010,0","2990,0","10012,5"\n'
)
