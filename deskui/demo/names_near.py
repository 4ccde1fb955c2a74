"""Names of the Americas and of western Europe: how common each culture is, and its names, commonest first.

A culture is (weight, given names, family names, beginnings and endings that make up its rarer family names).
An underscore stands for a blank inside one name.
"""

from __future__ import annotations

from typing import Final

Culture = tuple[float, str, str, str, str]

ENGLISH: Final[Culture] = (
    38,
    """James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan
    Joseph Jessica Thomas Sarah Christopher Karen Charles Lisa Daniel Nancy Matthew Betty Anthony Sandra
    Mark Margaret Donald Ashley Steven Kimberly Andrew Emily Paul Donna Joshua Michelle Kenneth Carol Kevin
    Amanda Brian Melissa Timothy Deborah Ronald Stephanie Jason Rebecca George Laura Edward Helen Jeffrey
    Sharon Ryan Cynthia Jacob Kathleen Nicholas Amy Gary Shirley Eric Anna Jonathan Angela Stephen Ruth
    Larry Brenda Justin Pamela Scott Nicole Brandon Katherine Benjamin Samantha Samuel Christine Gregory
    Catherine Alexander Virginia Patrick Debra Frank Rachel Raymond Janet Jack Emma Dennis Carolyn Jerry
    Maria Tyler Heather Aaron Diane Jose Julie Nathan Joyce Henry Evelyn Zachary Joan Douglas Victoria Peter
    Kelly Adam Lauren Noah Christina Ethan Judith Jeremy Olivia Walter Martha Keith Cheryl Austin Megan
    Roger Andrea Terry Ann Sean Alice Gerald Jean Carl Doris Dylan Jacqueline Harold Kathryn Jordan Hannah
    Jesse Gloria Bryan Teresa Lawrence Sara Arthur Janice Gabriel Marie Bruce Julia Logan Grace Billy Judy
    Joe Theresa Alan Beverly Juan Denise Elijah Marilyn Willie Amber Albert Danielle Wayne Rose Randy
    Brittany Mason Diana Vincent Abigail Liam Natalie Roy Jane Bobby Lori Caleb Alexis Bradley Tiffany
    Russell Kayla Lucas Shari Tamsin Rhys Zoë Chloë Beatrix Imogen Fergus Hattie Otis Marlowe Posy Ezra
    Silas Wren""",
    """Smith Johnson Williams Brown Jones Davis Miller Wilson Moore Taylor Anderson Thomas Jackson White Harris
    Martin Thompson Robinson Clark Lewis Lee Walker Hall Allen Young King Wright Scott Green Baker Adams
    Nelson Hill Campbell Mitchell Roberts Carter Phillips Evans Turner Parker Collins Edwards Stewart Morris
    Rogers Reed Cook Morgan Bell Murphy Bailey Cooper Richardson Cox Howard Ward Peterson Gray James Watson
    Brooks Kelly Sanders Price Bennett Wood Barnes Ross Henderson Coleman Jenkins Perry Powell Long
    Patterson Hughes Washington Butler Simmons Foster Bryant Alexander Russell Griffin Hayes Myers Ford
    Hamilton Graham Sullivan Wallace Woods Cole West Jordan Owens Reynolds Fisher Ellis Harrison Gibson
    McDonald Cruz Marshall Gomez Murray Freeman Wells Webb Simpson Stevens Tucker Porter Hunter Hicks
    Crawford Henry Boyd Mason Kennedy Warren Dixon Burns Gordon Shaw Holmes Rice Robertson Hunt Black
    Daniels Palmer Mills Nichols Grant Knight Ferguson Rose Stone Hawkins Dunn Perkins Hudson Spencer
    Gardner Stephens Payne Pierce Berry Matthews Arnold Wagner Willis Ray Watkins Olson Carroll Duncan
    Snyder Hart Cunningham Bradley Lane Andrews Ruiz Harper Fox Riley Armstrong Carpenter Weaver Greene
    Lawrence Elliott Chavez Sims Austin Peters Kelley Franklin Lawson Caldwell Whitaker Ashby Thorne
    Pettigrew Osgood Lockhart Brontë Fairweather Quill Yardley""",
    """Ash Black Brad Bright Brook Burn Chat Clay Cold Cran Dan Dray East Edge Elm Fair Farn Glad Gold Green
    Hal Hamp Hart Haw Hazel Heather High Hol Hurst Kings Lang Lark Long Mar Mead Mid Nether New North Oak
    Old Pem Pres Rad Red Rock Rose Shaf Sher Sil South Stan Stock Strat Swan Thorn Under Wad Wal War Water
    West Whit Wil Win Wood Worth""",
    """berry borne borough bridge brook bury by cliff combe cott croft dale den don field ford gate grave ham
    hurst land ley low man mere more over pole ridge shaw stead ster stock stone ton wall water way well
    wick win wood worth yard""",
)

IRISH: Final[Culture] = (
    5,
    """Seán Siobhán Patrick Aoife Conor Niamh Liam Saoirse Cian Ciara Oisín Róisín Declan Maeve Brendan Gráinne
    Eoin Áine Finn Orla Colm Sinéad Ruairí Caoimhe Niall Deirdre Hamish Ailsa Callum Iona Angus Morag Euan
    Mhairi Rhys Carys Dylan Sian Owen Bronwen""",
    """Murphy Kelly O'Sullivan Walsh Smith O'Brien Byrne Ryan O'Connor O'Neill O'Reilly Doyle McCarthy
    Gallagher Doherty Kennedy Lynch Murray Quinn Moore McLaughlin O'Carroll Connolly Daly O'Connell Wilson
    Dunne Brennan Burke Collins Campbell Clarke Johnston Hughes O'Farrell Fitzgerald Brown Martin Maguire
    Nolan Flynn Thompson O'Callaghan O'Donnell Duffy O'Mahony Boyle Healy O'Shea White Sweeney Hayes
    Kavanagh Power McGrath MacLeod MacDonald Fraser Sinclair Buchanan Llewellyn Gwynne Pritchard""",
    "Mac Mc O' Fitz Kil",
    "Adam Allister Andrew Ardle Aulay Bain Bride Callan Cann Coll Connell Cray Dara Dermott Duff Eldowney "
    "Farlane Gill Gowan Grory Innes Kee Kenna Kinley Lean Loughlin Manus Millan Nab Naughton Neil Patrick "
    "Quade Rae Shane Vey",
)

SPANISH: Final[Culture] = (
    16,
    """María José Juan Carmen Luis Ana Carlos Guadalupe Jesús Rosa Miguel Juana Antonio Sofía Francisco Elena
    Pedro Teresa Alejandro Lucía Manuel Isabel Javier Patricia Fernando Daniela Jorge Verónica Ricardo
    Marisol Roberto Gabriela Eduardo Ximena Raúl Valentina Héctor Camila Andrés Paloma Sergio Beatriz Óscar
    Inés Rubén Rocío Ángel Belén Íñigo Nuria Martín Catalina Tomás Araceli Gonzalo Esperanza Joaquín Begoña
    Agustín Yolanda""",
    """García Rodríguez Martínez Hernández López González Pérez Sánchez Ramírez Torres Flores Rivera Gómez Díaz
    Reyes Morales Cruz Ortiz Gutiérrez Chávez Ramos Ruiz Álvarez Mendoza Vásquez Castillo Jiménez Moreno
    Romero Herrera Medina Aguilar Garza Castro Vargas Fernández Guzmán Muñoz Méndez Salazar Soto Delgado
    Peña Ríos Alvarado Sandoval Contreras Valdez Guerrero Ortega Estrada Núñez Maldonado Vega Vázquez
    Santiago Domínguez Espinoza Silva Padilla Márquez Cortez Rojas Acosta Figueroa Luna Juárez Navarro
    Campos Molina Ávila Ayala Mejía Carrillo Durán Santos Salinas Robles Solís Lara Cervantes Aguirre Ochoa
    Pacheco Meléndez Rosales Ibáñez Zúñiga Quiñones de_la_Cruz de_León del_Río Ybarra Echeverría Etxeberria
    Goikoetxea Urrutia""",
    "Al Arán Bar Beni Cal Cam Can Car Cas Cor Esco Fuen Gal Gar Gua Her Ira Lar Lo Mal Man Mira Mon Mont "
    "Ola Pala Peña Que Riva San Santa Sala Tor Tru Urri Valde Villa Vill Zar Zubi",
    "bar bal bella cano cedo co dez donado dera feld flor fuerte gaña garay guez hermosa jano lar lobos "
    "lueta mayor mendi nieto nova pando quez real rreal rubia seca señor tegui tera toya verde vila yana "
    "zábal zueta",
)

GERMAN: Final[Culture] = (
    6,
    """Hans Anna Peter Ursula Jürgen Monika Klaus Petra Wolfgang Sabine Günther Renate Thomas Andrea Michael
    Claudia Stefan Susanne Andreas Birgit Jörg Heike Uwe Karin Matthias Katrin Björn Käthe Götz Gudrun Lukas
    Leonie Jonas Mia Felix Lena Maximilian Hannah Moritz Charlotte Sören Annelie Till Frauke""",
    """Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter
    Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause
    Meier Lehmann Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung
    Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke
    Albrecht Schuster Simon Ludwig Böhm Winter Kraus Groß Götz Jäger Voß Süß von_Bülow van_der_Berg""",
    "Acker Alt Auer Bach Baum Berg Birken Blumen Breiten Buch Burg Dorn Eber Eichen Eisen Engel Erlen "
    "Falken Feld Fried Gold Grün Hagen Hammer Hirsch Hoch Hohen Holz Kirch Kron Linden Löwen Mühl Nieder "
    "Ober Rosen Rot Sand Schön Silber Stein Stock Tannen Unter Vogel Wald Weiden Wein Wester Winkel "
    "Zeller",
    "auer bach baum baumer berg berger born brink dorf eder feld felder hagen hausen häuser heim heimer "
    "hofer hoff holz horst hues kamp kötter länder mann maier meyer müller rath reuter ried schmidt "
    "schulte see städter stein tal thaler wald werth wieser",
)

FRENCH: Final[Culture] = (
    5,
    """Jean Marie Pierre Nathalie Michel Isabelle André Sylvie Philippe Catherine Alain Françoise Bernard
    Valérie Jacques Hélène Daniel Chantal François Céline Gérard Véronique Éric Anaïs Rémi Éloïse Stéphane
    Aurélie Noël Maëlle Loïc Zoé Gaëtan Inès Raphaël Chloé Hervé Solène Benoît Agnès Théo Capucine Clément
    Mélanie Étienne Élise""",
    """Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux
    David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Müller Lefebvre
    Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin
    Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire
    Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Brunet Gaillard Barbier Arnaud Tremblay
    Gagnon Côté Bouchard Gauthier Pelletier Bélanger Lévesque Bergeron Beauséjour Desrosiers""",
    "Beau Bel Bois Bon Bour Brous Cham Char Châte Clair Cour Dela Des Du Font Grand Hau La Lam Le Mal Mar "
    "Mont Pas Pel Pré Roche Rous Saint- Sau Tour Val Vau Vert Vill",
    "bert briand camp chard champ court croix dier don feuille fort gnac guy lac lain leau lier lon mont "
    "nault neuve pierre pont quet rand reau rieux roy selle tain teau ter tière val vert ville villiers "
    "zac",
)
